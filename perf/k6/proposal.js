// Members write a draft and publish it.
import exec from 'k6/execution';
import requests from '../lib/requests.js';
import {course, job, send} from './lab.js';

export const options = course();

export default function () {
    const n = exec.scenario.iterationInTest;
    const draft = send(requests.draft(job, n), (proposal) => proposal.id);
    if (draft.status === 201) {
        send(requests.publish(job, n, draft.json('id')));
    }
}
