'use strict';

// Loaded before Artillery, which tells its makers of every run, also when it is asked not to, and at its end waits for the name
// of their server to be found. Without the module that does it, it goes on in silence.
const Module = require('node:module');

const load = Module._load;
Module._load = function (request, ...rest) {
  if (request === 'posthog-node') {
    throw new Error('nobody is to be told');
  }
  return load.call(this, request, ...rest);
};
