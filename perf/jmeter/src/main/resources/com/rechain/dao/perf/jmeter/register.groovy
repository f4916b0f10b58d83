// A visitor registers under a name of their own.
import groovy.json.JsonOutput

def job = props.get('lab.job')
int n = props.get('lab.next').getAndIncrement()
String name = job.prefix + '-' + Integer.toString(n, 36)
vars.put('step', 'register')
vars.put('path', '/api/v1/auth/register')
vars.put('authorization', '')
vars.put('key', name + '-register')
vars.put('body', JsonOutput.toJson([email: name + '@example.org', handle: name, displayName: 'Visitor ' + n, password: job.password]))
vars.put('id', '-')
vars.put('content', name)
vars.putObject('sentAt', System.currentTimeMillis())
vars.putObject('sentNanos', System.nanoTime())
