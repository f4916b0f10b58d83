// What all scripts of the lab share in k6: the job that the lab wrote, its course as arrivals that wait for nobody, and one line for
// each request. Start them by ./dao perf run --tool k6; a script alone finds its job by JOB=<file>.
import http from 'k6/http';
import {SharedArray} from 'k6/data';
import requests from '../lib/requests.js';

const LEAST_CALLERS = 200;
const LATE = '5s';

const file = __ENV.JOB;
// Voters and proposals are many: held once, not once for each caller.
const voters = new SharedArray('voters', () => JSON.parse(open(file)).voters);
const proposals = new SharedArray('proposals', () => JSON.parse(open(file)).proposals);
const {voters: _v, proposals: _p, ...plain} = JSON.parse(open(file));

export const job = Object.assign(plain, {voters, proposals});

export function course() {
    return {
        scenarios: {
            [`${job.type}_${job.scenario}`]: {
                executor: 'ramping-arrival-rate',
                startRate: job.phases[0].from,
                timeUnit: '1s',
                // A pause of the machine must not turn arrivals away: k6 drops what finds no caller at once.
                preAllocatedVUs: Math.max(job.callers, LEAST_CALLERS),
                maxVUs: Math.max(2 * job.callers, LEAST_CALLERS),
                gracefulStop: '20s',
                stages: [
                    ...job.phases.map((phase) => ({duration: `${phase.seconds}s`, target: phase.to})),
                    // The last arrivals may be late, and after the last stage k6 lets nobody start.
                    {duration: '0s', target: 0},
                    {duration: LATE, target: 0},
                ],
            },
        },
        noConnectionReuse: false,
        discardResponseBodies: false,
        summaryTrendStats: ['med', 'p(95)', 'p(99)', 'max'],
        systemTags: ['status', 'method', 'name', 'scenario', 'expected_response'],
    };
}

// Sends a request and writes its line; idOf takes the id from a good answer.
export function send(request, idOf) {
    const sentAt = Date.now();
    const answer = http.request(request.method, job.gateway + request.path, request.body, {
        headers: request.headers,
        tags: {name: request.step},
        timeout: '15s',
        responseCallback: http.expectedStatuses({min: 200, max: 304}),
    });
    const micros = (answer.timings.blocked + answer.timings.duration) * 1000;
    const good = answer.status >= 200 && answer.status < 300;
    console.log(requests.line(request, sentAt, micros, answer.status, good && idOf ? idOf(answer.json()) : null));
    return answer;
}
