package io.zmq4j.patterns.freelance;

/**
 * What a client knows of a server.
 *
 * <pre>
 *   UNHEARD ── anything comes ──▶ ALIVE ── silence, or no answer in time ──▶ SILENT
 *      │                            ▲──────────── anything comes ───────────────┘▲
 *      └─────────────────────────── no answer in time ───────────────────────────┘
 * </pre>
 */
public enum ServerState {
    /** Nothing was heard of it yet. */
    UNHEARD,
    /** It is asked first. */
    ALIVE,
    /** It is asked when nobody else is left. */
    SILENT
}
