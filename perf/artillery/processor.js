// What all scripts of the lab share in Artillery: the job that the lab wrote, one line for each request, and metrics of the lab's own beside
// Artillery's. Start them by ./dao perf run --tool artillery, which hands in course and target (JOB and LOG name the files).
'use strict';

const fs = require('fs');
const requests = require('../lib/requests.js');

const TOO_OLD_MILLIS = 20_000;

const job = JSON.parse(fs.readFileSync(process.env.JOB, 'utf8'));
const log = fs.openSync(process.env.LOG, 'a');
// Readers come back: what one has read before it asks for again by its ETag.
const readers = Array.from({length: job.callers}, requests.newReader);

let next = 0;
let lines = [];

function flush() {
    if (lines.length > 0) {
        fs.writeSync(log, lines.join(''));
        lines = [];
    }
}

setInterval(flush, 200).unref();
process.on('exit', flush);

function prepare(context, request) {
    context.vars.request = request;
    context.vars.path = request.path;
}

function registration(context, _events, done) {
    prepare(context, requests.register(job, next++));
    done();
}

function draft(context, _events, done) {
    context.vars.number = next++;
    prepare(context, requests.draft(job, context.vars.number));
    done();
}

function publish(context, _events, done) {
    if (context.vars.madeId) {
        prepare(context, requests.publish(job, context.vars.number, context.vars.madeId));
    }
    done();
}

function vote(context, _events, done) {
    prepare(context, requests.vote(job, next++));
    done();
}

function read(context, _events, done) {
    context.vars.reader = readers[next++ % readers.length];
    prepare(context, requests.read(job, context.vars.reader));
    done();
}

function send(params, context, _events, done) {
    const {request} = context.vars;
    Object.assign(params.headers ??= {}, request.headers);
    if (request.body) {
        params.body = request.body;
    }
    context.vars.sentAt = Date.now();
    context.vars.sentNanos = process.hrtime.bigint();
    done();
}

function note(context, events, status, id) {
    const {request, sentAt, sentNanos} = context.vars;
    const micros = Number(process.hrtime.bigint() - sentNanos) / 1000;
    lines.push(requests.line(request, sentAt, micros, status, id) + '\n');
    events.emit('histogram', `lab.${request.step}.millis`, micros / 1000);
    events.emit('counter', `lab.${request.step}.${status}`, 1);
    events.emit('rate', `lab.${request.step}.rate`);
}

function answered(_params, response, context, events, done) {
    const {request, reader} = context.vars;
    const good = response.statusCode >= 200 && response.statusCode < 300;
    const made = good && (request.step === 'register' || request.step === 'draft') ? JSON.parse(response.body).id : null;
    context.vars.madeId = made;
    note(context, events, response.statusCode, made);
    if (reader) {
        requests.remember(reader, request, response.statusCode, response.headers.etag, response.body);
    }
    done();
}

// No answer at all.
function unanswered(_error, _params, context, events, done) {
    if (context.vars.sentAt && Date.now() - context.vars.sentAt < TOO_OLD_MILLIS) {
        note(context, events, 0, null);
    }
    done();
}

module.exports = {registration, draft, publish, vote, read, send, answered, unanswered};
