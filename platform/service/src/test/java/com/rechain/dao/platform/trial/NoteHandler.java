package com.rechain.dao.platform.trial;

import com.rechain.dao.platform.event.Event;
import com.rechain.dao.platform.event.EventHandler;
import com.rechain.dao.platform.event.EventPayloads;
import com.rechain.dao.platform.event.PoisonEventException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes a note for every event; a note's title may ask for trouble. */
@ApplicationScoped
public class NoteHandler implements EventHandler {
    public static final String TYPE = "note.written.v1";

    private final Notes notes;
    private final EventPayloads payloads;
    private final Map<UUID, AtomicInteger> calls = new ConcurrentHashMap<>();

    NoteHandler(Notes notes, EventPayloads payloads) {
        this.notes = notes;
        this.payloads = payloads;
    }

    /** The payload. */
    public record Written(String title) {}

    /** How often it was asked to apply the event. */
    public int callsFor(UUID eventId) {
        return calls.getOrDefault(eventId, new AtomicInteger()).get();
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public void handle(Event event) {
        int call = calls.computeIfAbsent(event.id(), _ -> new AtomicInteger()).incrementAndGet();
        String title = payloads.read(event, Written.class).title();
        notes.add(event.aggregateId(), title);
        switch (title) {
            case "poison" -> throw new PoisonEventException("it says so itself");
            case "always fails" -> throw new IllegalStateException("a bug");
            case "fails twice" -> {
                if (call <= 2) {
                    throw new IllegalStateException("not yet");
                }
            }
            default -> {}
        }
    }
}
