package io.zmq4j.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rules of one mechanism, a domain each, and one for all domains that have none. */
final class Rules {
    private final int credentials;
    private final Map<String, Rule> byDomain = new ConcurrentHashMap<>();

    /** Of a mechanism with so many credentials. */
    Rules(int credentials) {
        this.credentials = credentials;
    }

    int credentials() {
        return credentials;
    }

    void put(String domain, Rule rule) {
        byDomain.put(domain, rule);
    }

    @Nullable
    Rule of(String domain) {
        Rule own = byDomain.get(domain);
        return own != null ? own : byDomain.get(Authenticator.EVERY_DOMAIN);
    }
}
