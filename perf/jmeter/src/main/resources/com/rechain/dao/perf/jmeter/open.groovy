// The job that the lab wrote, where all threads find it.
import groovy.json.JsonSlurper
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicInteger

props.put('lab.job', new JsonSlurper().parse(new File(props.get('job'))))
props.put('lab.next', new AtomicInteger())
props.put('lab.etags', new ConcurrentHashMap())
props.put('lab.cursors', new ConcurrentHashMap())
props.put('lab.log', new PrintWriter(new BufferedWriter(new FileWriter(props.get('log'), true))))
SampleResult.setIgnore()
