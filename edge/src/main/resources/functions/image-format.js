// Three formats instead of a thousand Accept headers. The path is in the cache key, so each format
// is an object of its own. A path that names its format is left alone.
function handler(event) {
    var request = event.request;
    if (request.uri.lastIndexOf('.') < request.uri.lastIndexOf('/')) {
        var accept = request.headers.accept ? request.headers.accept.value : '';
        var format = takes(accept, 'avif') ? 'avif' : takes(accept, 'webp') ? 'webp' : 'jpeg';
        request.uri = request.uri + '.' + format;
    }
    return request;
}

function takes(accept, format) {
    return new RegExp('image/' + format + '(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))', 'i').test(accept);
}
