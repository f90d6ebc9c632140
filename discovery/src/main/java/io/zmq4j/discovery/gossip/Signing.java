package io.zmq4j.discovery.gossip;

/** An owner's key pair, and the check of what others have signed. */
public interface Signing {
    /** The public key, of 32 bytes. */
    byte[] publicKey();

    /** A signature of 64 bytes. */
    byte[] sign(byte[] bytes);

    /** Whether the owner of this key has signed it. Any bytes may come. */
    boolean isSigned(byte[] publicKey, byte[] bytes, byte[] signature);
}
