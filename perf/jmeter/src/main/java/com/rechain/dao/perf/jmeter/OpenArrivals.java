package com.rechain.dao.perf.jmeter;

import java.util.List;
import org.apache.jmeter.threads.AbstractThreadGroup;
import org.apache.jmeter.threads.openmodel.OpenModelThreadGroup;
import org.apache.jmeter.threads.openmodel.gui.OpenModelThreadGroupGui;
import us.abstracta.jmeter.javadsl.core.threadgroups.BaseThreadGroup;

/**
 * JMeter's own open model, which the DSL has no word for: arrivals by a schedule, whether or not
 * earlier ones have been answered.
 */
final class OpenArrivals extends BaseThreadGroup<OpenArrivals> {
    private final String schedule;

    /**
     * @param schedule in JMeter's language, or a function that gives it
     */
    OpenArrivals(String name, String schedule, ThreadGroupChild... children) {
        super(name, OpenModelThreadGroupGui.class, List.of(children));
        this.schedule = schedule;
    }

    @Override
    protected AbstractThreadGroup buildThreadGroup() {
        OpenModelThreadGroup group = new OpenModelThreadGroup();
        group.setScheduleString(schedule);
        return group;
    }
}
