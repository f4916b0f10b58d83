// A voter casts the first ballot on a proposal: one proposal after the other, as when its link goes round.
def job = props.get('lab.job')
int n = props.get('lab.next').getAndIncrement()
def voter = job.voters[n % job.voters.size()]
def proposal = job.proposals[n.intdiv(job.voters.size()) % job.proposals.size()]
int choice = 1 + n % 3
vars.put('step', 'vote')
vars.put('path', '/api/v1/proposals/' + proposal + '/ballot')
vars.put('authorization', 'Bearer ' + voter.token)
vars.put('key', job.prefix + '-' + Integer.toString(n, 36) + '-vote')
vars.put('body', '{"choice":' + choice + '}')
vars.put('id', proposal + '/' + voter.id)
vars.put('content', choice.toString())
vars.putObject('sentAt', System.currentTimeMillis())
vars.putObject('sentNanos', System.nanoTime())
