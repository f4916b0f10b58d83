// A page of the web app is a path without a dot in its last segment; all are one document.
function handler(event) {
    var request = event.request;
    if (request.uri.lastIndexOf('.') < request.uri.lastIndexOf('/')) {
        request.uri = '/index.html';
    }
    return request;
}
