// Voters with a token cast their first ballot on each of the open proposals.
import exec from 'k6/execution';
import requests from '../lib/requests.js';
import {course, job, send} from './lab.js';

export const options = course();

export default function () {
    send(requests.vote(job, exec.scenario.iterationInTest));
}
