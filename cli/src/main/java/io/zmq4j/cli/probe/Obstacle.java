package io.zmq4j.cli.probe;

/** Why there is no ZMTP at an endpoint, or none for this side. The names are part of the JSON. */
public enum Obstacle {
    /** Such an endpoint cannot be reached from here: inproc, multicast, a wildcard. */
    NOT_HERE,
    /** The name does not resolve. */
    UNKNOWN_NAME,
    /** The address refuses the connection. */
    NOBODY_LISTENS,
    /** There is no way to the address. */
    UNREACHABLE,
    /** Nothing comes back from the address. */
    NO_ANSWER,
    /** There is no file at the path. */
    NO_FILE,
    /** The file at the path is none to connect to. */
    NOT_A_SOCKET,
    /** This user may not use the path. */
    NO_PERMISSION,
    /** The socket's file is there and its owner is not. */
    STALE,
    /** Something else than ZMTP is spoken. */
    NOT_ZMTP,
    /** The connection is taken and nothing said. */
    SILENT,
    /** The connection is taken and ended. */
    CLOSES,
    /** The greeting is ZMTP, what follows breaks its rules or does not come. */
    BROKEN,
    /** The peer wants another security mechanism. */
    SECURITY,
    /** The peer does not let this one in. */
    NOT_LET_IN,
    /** The peer's type does not talk to the one that was asked for. */
    WRONG_TYPE
}
