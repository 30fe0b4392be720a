/*
 * Copyright 2026 The OSPO for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';

export const myComponentsWidget = HomePageWidgetBlueprint.make({
  name: 'my-components',
  params: {
    name: 'OspoMyComponents',
    title: 'Open source in my components',
    description: 'What needs doing on the components that your teams own',
    layout: {
      width: { minColumns: 3, defaultColumns: 6 },
      height: { minRows: 4, defaultRows: 6 },
    },
    components: async () => {
      const { MyComponentsWidget } = await import('../home/MyComponentsWidget');
      return { Content: MyComponentsWidget };
    },
  },
});

export const waitingWidget = HomePageWidgetBlueprint.make({
  name: 'waiting',
  params: {
    name: 'OspoWaiting',
    title: 'Waiting for me at the office',
    description: 'What you or your team has been asked to answer',
    layout: {
      width: { minColumns: 3, defaultColumns: 6 },
      height: { minRows: 4, defaultRows: 6 },
    },
    components: async () => {
      const { WaitingWidget } = await import('../requests/WaitingWidget');
      return { Content: WaitingWidget };
    },
  },
});

export const innerSourceWidget = HomePageWidgetBlueprint.make({
  name: 'inner-source',
  params: {
    name: 'OspoInnerSource',
    title: 'Inner source for me',
    description: 'Projects of others that ask for skills you have listed',
    layout: {
      width: { minColumns: 3, defaultColumns: 6 },
      height: { minRows: 4, defaultRows: 6 },
    },
    components: async () => {
      const { ForMeWidget } = await import('../innersource/ForMeWidget');
      return { Content: ForMeWidget };
    },
  },
});
