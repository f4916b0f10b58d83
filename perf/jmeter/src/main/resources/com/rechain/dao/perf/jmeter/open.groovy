// The job that the lab wrote, where all threads find it: read at once, for what JsonSlurper reads lazily no two threads may look at.
import groovy.json.JsonSlurperClassic
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicInteger

props.put('lab.job', new JsonSlurperClassic().parseText(new File(props.get('job')).getText('UTF-8')))
props.put('lab.next', new AtomicInteger())
props.put('lab.etags', new ConcurrentHashMap())
props.put('lab.cursors', new ConcurrentHashMap())
props.put('lab.log', new PrintWriter(new BufferedWriter(new FileWriter(props.get('log'), true))))
SampleResult.setIgnore()
