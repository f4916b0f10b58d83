// A member writes a draft.
import groovy.json.JsonOutput
import java.time.Instant

def job = props.get('lab.job')
int n = props.get('lab.next').getAndIncrement()
String title = job.prefix + ' proposes number ' + n
vars.putObject('number', n)
vars.remove('madeId')
vars.put('step', 'draft')
vars.put('path', '/api/v1/proposals')
vars.put('authorization', 'Bearer ' + job.voters[n % job.voters.size()].token)
vars.put('key', job.prefix + '-' + Integer.toString(n, 36) + '-draft')
vars.put('body', JsonOutput.toJson([spaceId: job.space, title: title, body: 'It has a few sentences, as many proposals do. ' * 20,
    system: 'basic', labels: ['lab', 'part-' + (n % 5)], endsAt: Instant.now().plusSeconds(6 * 3600).toString()]))
vars.put('id', '-')
vars.put('content', title)
vars.putObject('sentAt', System.currentTimeMillis())
vars.putObject('sentNanos', System.nanoTime())
