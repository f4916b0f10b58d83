package com.rechain.dao.gateway.edge;

/** Something the gateway serves itself. Never blocks. */
@FunctionalInterface
public interface Page {
    void answer(Call call);
}
