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

import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';

export interface Config {
  ospo?: {
    access?: {
      /**
       * Entity refs of the groups and users that run the open source program office. Nobody is in it by default, and
       * what belongs to the core team is then closed to everyone, also when permissions are off.
       * @visibility backend
       */
      coreTeam?: string[];
      /**
       * Subjects of the services that may send SBOMs for any component, such as the `subject` of a static token. None by default; what
       * other services send is refused, also when permissions are off.
       * @visibility backend
       */
      ingestServices?: string[];
    };
    sboms?: {
      /** What one document may cost before it is refused. */
      limits?: {
        /**
         * Bytes as received. Default 67108864 (64 MiB).
         * @visibility backend
         */
        maxBytes?: number;
        /**
         * Bytes after decompression. Default 268435456 (256 MiB).
         * @visibility backend
         */
        maxInflatedBytes?: number;
        /**
         * Decompressed bytes for each received byte. Default 100.
         * @visibility backend
         */
        maxInflationRatio?: number;
        /**
         * Nesting of JSON. Default 512.
         * @visibility backend
         */
        maxJsonDepth?: number;
        /**
         * Nesting of XML. Default 64.
         * @visibility backend
         */
        maxXmlDepth?: number;
        /**
         * Components, packages and files together. Default 200000.
         * @visibility backend
         */
        maxComponents?: number;
        /**
         * Relations between them. Default 2000000.
         * @visibility backend
         */
        maxEdges?: number;
        /**
         * Characters of a text that is kept; longer ones are cut with a finding. Default 4096.
         * @visibility backend
         */
        maxStringLength?: number;
        /**
         * Characters of a purl. Default 2048.
         * @visibility backend
         */
        maxPurlLength?: number;
        /**
         * Characters of a licence expression. Default 4096.
         * @visibility backend
         */
        maxLicenceLength?: number;
        /**
         * Characters of a name or version. Default 512.
         * @visibility backend
         */
        maxNameLength?: number;
        /**
         * Milliseconds for reading one document. Default 30000.
         * @visibility backend
         */
        timeoutMs?: number;
      };
      /**
       * Age from which the newest SBOM of a component counts as stale. Default 90 days.
       * @visibility backend
       */
      staleAfter?: HumanDuration | string;
      /**
       * How often each place that an SBOM is read from is asked again. Default 6 hours.
       * @visibility backend
       */
      checkEvery?: HumanDuration | string;
      /**
       * How long reading from one place may take. Default 2 minutes.
       * @visibility backend
       */
      fetchTimeout?: HumanDuration | string;
      /**
       * How often the backend looks for places that are due. Default every minute, with a timeout of 10 minutes.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /** How many requests a host gets when it is not listed in `hosts`. */
      defaultBudget?: {
        /**
         * Default 300.
         * @visibility backend
         */
        requestsPerHour?: number;
        /**
         * Default 20.
         * @visibility backend
         */
        requestsPerMinute?: number;
      };
      /** Request budgets of hosts that SBOMs are read from, over all replicas. */
      hosts?: Array<{
        /**
         * Host name, with the port when it is not the scheme's own: `github.com`, `git.example.org:8443`.
         * @visibility backend
         */
        host: string;
        /**
         * @visibility backend
         */
        requestsPerHour?: number;
        /**
         * @visibility backend
         */
        requestsPerMinute?: number;
      }>;
    };
    catalog?: {
      /**
       * Kinds of entities that can have an SBOM. Default component, resource and api.
       * @visibility backend
       */
      kinds?: string[];
      /**
       * How often the catalog is read. Default every 5 minutes, first after 15 seconds, with a timeout of 10 minutes.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * Share of the known entities, above 0 and up to 1, that may vanish between two readings of the catalog. When
       * more are missing, the answer counts as broken and everything stays as it is. Default 0.1; one entity always
       * may vanish.
       * @visibility backend
       */
      maxShareGone?: number;
      /**
       * Entities asked for in one request. Default 2500.
       * @visibility backend
       */
      pageSize?: number;
    };
    /**
     * Further prefixes of our annotations, such as `example.org/`, that are read where `ospo/` is absent.
     * @visibility backend
     */
    annotationPrefixes?: string[];
    competencies?: {
      /**
       * How often each instance reads competencies, groups and systems from the catalog. Default every minute, first
       * after 15 seconds, with a timeout of 5 minutes.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * Age from which the catalog's users are read again at such a reading. Default 10 minutes.
       * @visibility backend
       */
      usersMaxAge?: HumanDuration | string;
      /**
       * A contract that ends within so many days is shown as ending. Default 90.
       * @visibility backend
       */
      contractEndingDays?: number;
      /**
       * Types of the groups that are the business units of the coverage map. Default business-unit and department;
       * where no group has one of these types, the children of the top groups are.
       * @visibility backend
       */
      businessUnitTypes?: string[];
      /** Which competencies a fact calls for, for "who can help". Replaces the rules that the README lists. */
      helpRules?: Array<{
        /**
         * The fact that the rule rests on.
         * @visibility backend
         */
        when:
          | 'distribution'
          | 'licence'
          | 'licence-unknown'
          | 'no-sbom'
          | 'finding'
          | 'inner-source';
        /**
         * Its values, any when absent: kinds of distribution, licence ids (`GPL-*` for all that begin so), codes of
         * findings.
         * @visibility backend
         */
        values?: string[];
        /**
         * With `distribution`: only when a licence like one of these is in use.
         * @visibility backend
         */
        licences?: string[];
        /**
         * Names or refs of competencies, `tag:<tag>`, or `<frame>:<id>` of their external ids. Those that nobody
         * declared are never suggested.
         * @visibility backend
         */
        competencies: string[];
        /**
         * Request type that asks them; the competency's first when absent.
         * @visibility backend
         */
        requestType?: string;
      }>;
      /** How long records of people are kept once they are over. */
      retention?: {
        /**
         * Days after an absence. Default 90.
         * @visibility backend
         */
        absencesDays?: number;
        /**
         * Days after a turn of duty. Default 365.
         * @visibility backend
         */
        rotaDays?: number;
        /**
         * Days after evidence expired; what never expires stays. Default 365.
         * @visibility backend
         */
        evidenceDays?: number;
        /**
         * Days after an agreement ended. Default 365.
         * @visibility backend
         */
        agreementsDays?: number;
        /**
         * When what is over is removed. Default once a night.
         * @visibility backend
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
    innerSource?: {
      /** Which entities of the catalog are inner-source projects. The annotation `ospo/inner-source: 'false'` keeps one out. */
      discovery?: {
        /**
         * How often the catalog is looked through. Default every 10 minutes, first after 20 seconds, with a timeout of
         * 20 minutes.
         * @visibility backend
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * Kinds of entities that can be projects. Default component, system, api, resource and template.
         * @visibility backend
         */
        kinds?: string[];
        /**
         * What lists a project, in the order in which it is asked. Default annotation, tag, label, topic and imported;
         * `innersource-json` looks for that file in every repository of the catalog, within the budgets of the hosts.
         * @visibility backend
         */
        rules?: Array<
          | 'annotation'
          | 'tag'
          | 'label'
          | 'topic'
          | 'innersource-json'
          | 'imported'
        >;
        /**
         * Tags of the rule `tag`. Default inner-source and innersource.
         * @visibility backend
         */
        tags?: string[];
        /**
         * Labels of the rule `label`, `key` or `key=value`. Default inner-source and innersource.
         * @visibility backend
         */
        labels?: string[];
        /**
         * Topics on the forge of the rule `topic`. Default inner-source and innersource.
         * @visibility backend
         */
        topics?: string[];
        /**
         * Share of the known projects, above 0 and up to 1, that may vanish from the catalog between two readings. When
         * more are missing, all are kept. Default 0.1; one always may vanish.
         * @visibility backend
         */
        maxShareGone?: number;
      };
      /**
       * Labels of issues that ask for help, where the project names none. Default help wanted, help-wanted, good first
       * issue and good-first-issue.
       * @visibility backend
       */
      helpWantedLabels?: string[];
      /**
       * Days after `ospo/reviewed-on` from which a project counts as not looked after. Default 365.
       * @visibility backend
       */
      reviewStaleDays?: number;
      /** What is read of the repositories of projects, and by whom it may be sent. `docs/signals.md` tells the rest. */
      signals?: {
        /**
         * Subjects of the services that may send signals. None by default; what other services send is refused, also
         * when permissions are off.
         * @visibility backend
         */
        services?: string[];
        /**
         * Logins of bots besides the well-known ones; what they do is left out.
         * @visibility backend
         */
        bots?: string[];
        /**
         * How often each repository is read again. Default 6 hours.
         * @visibility backend
         */
        checkEvery?: HumanDuration | string;
        /**
         * How long a source may take for one repository. Default 2 minutes.
         * @visibility backend
         */
        readTimeout?: HumanDuration | string;
        /**
         * How often the backend looks for repositories that are due. Default every minute, with a timeout of 10
         * minutes.
         * @visibility backend
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /** How many requests a host gets when it is not listed in `hosts`. */
        defaultBudget?: {
          /**
           * Default 1000.
           * @visibility backend
           */
          requestsPerHour?: number;
          /**
           * Default 60.
           * @visibility backend
           */
          requestsPerMinute?: number;
        };
        /** Request budgets of forges, over all replicas; apart from those for SBOMs. */
        hosts?: Array<{
          /**
           * Host name, with the port when it is not the scheme's own.
           * @visibility backend
           */
          host: string;
          /**
           * @visibility backend
           */
          requestsPerHour?: number;
          /**
           * @visibility backend
           */
          requestsPerMinute?: number;
        }>;
        /** Lists of repositories in the form of `repos.json` of the SAP project portal. */
        imports?: Array<{
          /**
           * URL that UrlReader may read, or path on the disk of the backend.
           * @visibility backend
           */
          target: string;
          /**
           * Host of rows that have no `html_url`.
           * @visibility backend
           */
          host?: string;
        }>;
        /**
         * How often the lists are read. Default every hour, first after 30 seconds, with a timeout of 10 minutes.
         * @visibility backend
         */
        importSchedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
      /**
       * Days after which an owner is asked again to look over a project that needs care. Default 90; 0 asks nobody.
       * @visibility backend
       */
      remindEveryDays?: number;
      /** `innersource.json`, `publiccode.yml` and CODEOWNERS in the repositories, read within the budgets of the hosts. */
      files?: {
        /**
         * How often the backend looks for files that are due. Default every 5 minutes, first after one minute, with a
         * timeout of 10 minutes.
         * @visibility backend
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * How often the files of each repository are read. Default once a day.
         * @visibility backend
         */
        checkEvery?: HumanDuration | string;
      };
    };
    requests?: {
      /**
       * Types of request by their id, over those that come with the plugin: what is named replaces theirs, field by
       * field, `false` switches one off, and a new id adds one. The README describes the fields.
       * @visibility backend
       */
      types?: { [id: string]: false | object };
      /** When the organisation works; service levels count in it. */
      calendar?: {
        /**
         * IANA name, such as `Europe/Stockholm`. Default UTC.
         * @visibility backend
         */
        timeZone?: string;
        /**
         * Days of the week, 1 is Monday. Default Monday to Friday.
         * @visibility backend
         */
        workDays?: number[];
        hours?: {
          /**
           * Default `09:00`.
           * @visibility backend
           */
          start?: string;
          /**
           * Default `17:00`.
           * @visibility backend
           */
          end?: string;
        };
        /**
         * Days on which nobody works, such as `2026-12-24`.
         * @visibility backend
         */
        holidays?: string[];
      };
      /** ISO 8601 durations of business time after which people are reminded. */
      reminders?: {
        /**
         * Of a work item that nobody took, after it was due; they are reminded when it is due as well. Default `P1D`.
         * @visibility backend
         */
        acknowledge?: string[];
        /**
         * A work item that nobody took so long after it was due is routed anew, and the core team is told. Default
         * `P3D`.
         * @visibility backend
         */
        expireAfter?: string;
        /**
         * Of a question to the requester, after it was asked. Default `P3D` and `P10D`.
         * @visibility backend
         */
        reply?: string[];
        /**
         * Of a request that is late; everybody who has it is reminded when it is due as well. Default `P1D` and `P3D`.
         * @visibility backend
         */
        done?: string[];
      };
      /**
       * Hours that a work item counts, in routing and in the load view, while it is open, and once it is done when nobody
       * reported any. Default 2.
       * @visibility backend
       */
      hoursPerWorkItem?: number;
      /**
       * Requests that a person may begin in a day. Default 50.
       * @visibility backend
       */
      draftsPerDay?: number;
      /**
       * Subjects of services that may read requests that are not confidential. Default none.
       * @visibility backend
       */
      readServices?: string[];
      retention?: {
        /**
         * Age from which an untouched draft is deleted. Default 180 days.
         * @visibility backend
         */
        drafts?: HumanDuration | string;
        /**
         * Age from which a closed or withdrawn request is deleted; its precedent stays. Default never.
         * @visibility backend
         */
        closed?: HumanDuration | string;
      };
      /**
       * A precedent that ends within so many days is shown as expiring, and who published it is reminded. Default 60.
       * @visibility backend
       */
      expiringDays?: number;
      /**
       * How often the clock looks for what is due. Default every 5 minutes, first after 30 seconds, with a timeout of
       * 10 minutes.
       * @visibility backend
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
    visibility?: {
      /**
       * How long the set of components that a person may read in the catalog is kept. Default 30 seconds.
       * @visibility backend
       */
      cacheTtl?: HumanDuration | string;
    };
    /**
     * How often the totals are compared with a recount; a difference is logged. Default once a night.
     * @visibility backend
     */
    recount?: {
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
    };
  };
}
