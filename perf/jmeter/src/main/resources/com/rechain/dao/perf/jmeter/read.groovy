// A reader looks at lists, pages, searches, proposals and tallies, the popular ones most; what was read before is asked for by its ETag.
import java.util.concurrent.ThreadLocalRandom

def job = props.get('lab.job')
def random = ThreadLocalRandom.current()
def reader = props.get('lab.next').getAndIncrement() % job.callers
def ranks = props.get('lab.ranks')
if (ranks == null) {
    double sum = 0
    ranks = job.proposals.withIndex().collect { _, i -> sum += 1 / Math.pow(i + 1, job.reading.zipf as double) } as double[]
    props.put('lab.ranks', ranks)
}
int found = Arrays.binarySearch(ranks, random.nextDouble() * ranks[ranks.length - 1])
def proposal = job.proposals[Math.min(ranks.length - 1, found < 0 ? -found - 1 : found)]

int left = random.nextInt(job.reading.mix.values().sum())
String step = job.reading.mix.find { (left -= it.value) < 0 }.key
String cursor = props.get('lab.cursors').get(reader)
if (step == 'next' && cursor == null) {
    step = 'list'
}
String page = 'limit=' + job.reading.pageSize
String space = 'spaceId=' + job.space
def paths = [
    list: { '/api/v1/proposals?' + space + '&' + page },
    filter: { '/api/v1/proposals?' + space + '&state=ACTIVE&label=part-' + random.nextInt(5) + '&sort=endsAt&' + page },
    search: { '/api/v1/proposals?q=number+' + random.nextInt(50) + '&' + page },
    next: { '/api/v1/proposals?' + space + '&' + page + '&cursor=' + URLEncoder.encode(cursor, 'UTF-8') },
    detail: { '/api/v1/proposals/' + proposal },
    tally: { '/api/v1/proposals/' + proposal + '/tally' },
]
String path = paths[step]()
String etag = props.get('lab.etags').get(reader + path)
// An empty condition would be sent as one.
if (etag == null) {
    sampler.getHeaderManager().removeHeaderNamed('If-None-Match')
}
vars.put('step', step)
vars.put('path', path)
vars.put('etag', etag ?: '')
vars.put('key', '-')
vars.put('id', '-')
vars.put('content', '-')
vars.put('reader', reader.toString())
vars.putObject('sentAt', System.currentTimeMillis())
vars.putObject('sentNanos', System.nanoTime())
