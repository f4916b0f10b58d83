// One line of fields with tabs between for each request; the lab reads it (RequestLine).
import groovy.json.JsonSlurper

long micros = (System.nanoTime() - vars.getObject('sentNanos')).intdiv(1000)
String status = prev.responseCode ==~ /\d{3}/ ? prev.responseCode : '0'
String step = vars.get('step')
String id = vars.get('id')
if (status.startsWith('2') && step in ['register', 'draft']) {
    id = new JsonSlurper().parseText(prev.responseDataAsString).id
    vars.put('madeId', id)
}
props.get('lab.log').println([vars.getObject('sentAt'), micros, status, step, id, vars.get('key'), vars.get('content')].join('\t'))

// What a reader keeps.
String reader = vars.get('reader')
if (reader != null) {
    def etag = prev.responseHeaders.readLines().find { it.toLowerCase().startsWith('etag:') }
    if (etag != null) {
        props.get('lab.etags').put(reader + vars.get('path'), etag.substring(5).trim())
    }
    if (status == '200' && step in ['list', 'next']) {
        def cursor = new JsonSlurper().parseText(prev.responseDataAsString).nextCursor
        if (cursor != null) {
            props.get('lab.cursors').put(reader as int, cursor)
        } else {
            props.get('lab.cursors').remove(reader as int)
        }
    }
}
if (status == '304') {
    prev.setSuccessful(true)
}
