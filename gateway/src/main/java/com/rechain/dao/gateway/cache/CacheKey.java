package com.rechain.dao.gateway.cache;

/**
 * What tells one kept answer from another: the path with its query, exactly as the edge's rules let
 * it pass, and the codings that the caller takes. The host is no part of it: there is one site.
 */
record CacheKey(String uri, int codings) {
    @Override
    public int hashCode() {
        return uri.hashCode() * 31 + codings;
    }
}
