// Readers look at lists, pages, searches, proposals and tallies, the popular ones most.
import requests from '../lib/requests.js';
import {course, job, send} from './lab.js';

export const options = course();

// One for each caller of k6, as a browser would keep it.
const reader = requests.newReader();

export default function () {
    const request = requests.read(job, reader);
    const answer = send(request);
    requests.remember(reader, request, answer.status, answer.headers.Etag, answer.body);
}
