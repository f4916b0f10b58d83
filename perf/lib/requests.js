// The requests of the load lab, for every tool that runs JavaScript (k6 and Artillery). Each is {step, method, path, headers, body, id, key,
// content}: what is sent, and what the lab writes down of it. The n-th request of a job is the same whoever sends it.
'use strict';

const JSON_TYPE = {'Content-Type': 'application/json'};

function bearer(voter) {
    return {Authorization: `Bearer ${voter.token}`};
}

// A name of its own for each; what the lab finds again in the databases.
function handle(job, n) {
    return `${job.prefix}-${n.toString(36)}`;
}

function register(job, n) {
    const name = handle(job, n);
    const body = {email: `${name}@example.org`, handle: name, displayName: `Visitor ${n}`, password: job.password};
    return write('register', 'POST', '/api/v1/auth/register', {}, body, '-', `${name}-register`, name);
}

function draft(job, n) {
    const title = `${job.prefix} proposes number ${n}`;
    const body = {
        spaceId: job.space,
        title,
        body: 'It has a few sentences, as many proposals do. '.repeat(20),
        system: 'basic',
        labels: ['lab', `part-${n % 5}`],
        endsAt: new Date(Date.now() + 6 * 3600 * 1000).toISOString(),
    };
    return write('draft', 'POST', '/api/v1/proposals', bearer(author(job, n)), body, '-', `${handle(job, n)}-draft`, title);
}

function publish(job, n, proposal) {
    const path = `/api/v1/proposals/${proposal}/publish`;
    return write('publish', 'POST', path, bearer(author(job, n)), {}, proposal, `${handle(job, n)}-publish`, '-');
}

// Each voter votes once on each proposal: one proposal after the other, as when its link goes round.
function vote(job, n) {
    const voter = job.voters[n % job.voters.length];
    const proposal = job.proposals[Math.floor(n / job.voters.length) % job.proposals.length];
    const choice = 1 + (n % 3);
    const path = `/api/v1/proposals/${proposal}/ballot`;
    return write('vote', 'PUT', path, bearer(voter), {choice}, `${proposal}/${voter.id}`, `${handle(job, n)}-vote`, String(choice));
}

// A read as the mix has it; pages go on from the reader's last list, and what was read before is asked for again by its ETag.
function read(job, reader) {
    const step = weighted(job.reading.mix);
    const path = readPath(job, step, reader);
    const headers = {'Accept-Encoding': 'gzip, br'};
    if (reader.etags[path]) {
        headers['If-None-Match'] = reader.etags[path];
    }
    return {step: reader.cursor || step !== 'next' ? step : 'list', method: 'GET', path, headers, body: null, id: '-', key: '-', content: '-'};
}

function readPath(job, step, reader) {
    const page = `limit=${job.reading.pageSize}`;
    const space = `spaceId=${job.space}`;
    const proposal = job.proposals[zipf(job.proposals.length, job.reading.zipf)];
    switch (step) {
        case 'filter': return `/api/v1/proposals?${space}&state=ACTIVE&label=part-${Math.floor(Math.random() * 5)}&sort=endsAt&${page}`;
        case 'search': return `/api/v1/proposals?q=number+${Math.floor(Math.random() * 50)}&${page}`;
        case 'next': return `/api/v1/proposals?${space}&${page}${reader.cursor ? `&cursor=${encodeURIComponent(reader.cursor)}` : ''}`;
        case 'detail': return `/api/v1/proposals/${proposal}`;
        case 'tally': return `/api/v1/proposals/${proposal}/tally`;
        default: return `/api/v1/proposals?${space}&${page}`;
    }
}

// What a reader keeps of an answer.
function remember(reader, request, status, etag, bodyText) {
    if (etag) {
        reader.etags[request.path] = etag;
    }
    if (status === 200 && (request.step === 'list' || request.step === 'next')) {
        reader.cursor = JSON.parse(bodyText).nextCursor || null;
    }
}

function newReader() {
    return {etags: {}, cursor: null};
}

// One line of fields with tabs between; the lab reads it (RequestLine).
function line(request, sentAt, micros, status, id) {
    return [sentAt, Math.round(micros), status, request.step, id || request.id, request.key, request.content].join('\t');
}

function write(step, method, path, headers, body, id, key, content) {
    return {step, method, path, headers: {...JSON_TYPE, 'Idempotency-Key': key, ...headers}, body: JSON.stringify(body), id, key, content};
}

function author(job, n) {
    return job.voters[n % job.voters.length];
}

function weighted(mix) {
    const all = Object.values(mix).reduce((sum, weight) => sum + weight, 0);
    let left = Math.random() * all;
    for (const [step, weight] of Object.entries(mix)) {
        left -= weight;
        if (left < 0) {
            return step;
        }
    }
    return 'list';
}

let ranks = null;

// A rank from 0: the k-th is asked for 1/k^exponent as often as the first.
function zipf(count, exponent) {
    if (!ranks || ranks.length !== count) {
        let sum = 0;
        ranks = Array.from({length: count}, (_, i) => (sum += 1 / Math.pow(i + 1, exponent)));
    }
    const at = Math.random() * ranks[count - 1];
    let low = 0;
    let high = count - 1;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (ranks[middle] < at) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

module.exports = {register, draft, publish, vote, read, remember, newReader, line};
