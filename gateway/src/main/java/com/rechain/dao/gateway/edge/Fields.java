package com.rechain.dao.gateway.edge;

import io.netty.handler.codec.http.HttpHeaders;
import io.vertx.core.MultiMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiConsumer;

/** Walks over header fields as they came from the wire, without making strings of them. */
final class Fields {
    private Fields() {}

    /** Has {@code what} look at each field, in order. */
    static void each(MultiMap headers, BiConsumer<CharSequence, CharSequence> what) {
        if (headers instanceof HttpHeaders fields) {
            Iterator<Map.Entry<CharSequence, CharSequence>> all = fields.iteratorCharSequence();
            while (all.hasNext()) {
                Map.Entry<CharSequence, CharSequence> field = all.next();
                what.accept(field.getKey(), field.getValue());
            }
        } else {
            for (Map.Entry<String, String> field : headers) {
                what.accept(field.getKey(), field.getValue());
            }
        }
    }
}
