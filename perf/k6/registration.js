// Visitors register, each under a name of their own.
import exec from 'k6/execution';
import requests from '../lib/requests.js';
import {course, job, send} from './lab.js';

export const options = course();

export default function () {
    send(requests.register(job, exec.scenario.iterationInTest), (account) => account.id);
}
