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

import { ProxiedSignInPage } from '@backstage/core-components';
import { IdentityApi, SignInPageProps } from '@backstage/core-plugin-api';
import { Button, Card, CardBody, Container, Flex, Text } from '@backstage/ui';
import { useState } from 'react';
import { demoPersons } from './demoPersons';

const STORAGE_KEY = 'demo-sign-in';

/** Whoever signs out is asked whom to be, instead of becoming the same person again. */
function forgettingWhoOnSignOut(identity: IdentityApi): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    signOut: async () => {
      window.sessionStorage.removeItem(STORAGE_KEY);
      await identity.signOut();
    },
  };
}

/** Lets a visitor of the demo choose which of its fictional persons to be. Not for a portal with real people. */
export function DemoSignInPage(props: SignInPageProps) {
  const [userRef, setUserRef] = useState(
    () => window.sessionStorage.getItem(STORAGE_KEY) ?? undefined,
  );

  if (userRef) {
    return (
      <ProxiedSignInPage
        {...props}
        onSignInSuccess={identity =>
          props.onSignInSuccess(forgettingWhoOnSignOut(identity))
        }
        provider="demo"
        headers={{ 'x-demo-user': userRef }}
      />
    );
  }
  return (
    <Container>
      <Flex direction="column" gap="4" my="8">
        <Text as="h1" variant="title-medium">
          Sign in to the demo
        </Text>
        <Text>
          Kantarellmyndigheten is a fictional agency, and so is everybody in it.
          Choose whom to be; each of them sees a little something else.
        </Text>
        {demoPersons.map(person => (
          <Card key={person.userRef}>
            <CardBody>
              <Flex direction="column" gap="2" align="start">
                <Text as="h2" variant="title-x-small">
                  {person.name}
                </Text>
                <Text color="secondary">{person.description}</Text>
                <Button
                  onPress={() => {
                    window.sessionStorage.setItem(STORAGE_KEY, person.userRef);
                    setUserRef(person.userRef);
                  }}
                >
                  {`Sign in as ${person.name}`}
                </Button>
              </Flex>
            </CardBody>
          </Card>
        ))}
      </Flex>
    </Container>
  );
}
