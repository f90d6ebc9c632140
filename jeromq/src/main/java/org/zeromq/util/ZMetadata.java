package org.zeromq.util;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map.Entry;
import java.util.Set;
import org.zeromq.ZConfig;
import zmq.io.Metadata;

/** Properties of a peer, or of a certificate's owner, by name. A value that is null becomes an empty one. Safe for any thread. */
public class ZMetadata {
    private static final String SECTION = "metadata";

    private final Metadata metadata;

    public ZMetadata() {
        this(new Metadata());
    }

    /** A view of others. */
    public ZMetadata(Metadata metadata) {
        this.metadata = metadata;
    }

    /** The section {@code metadata} of a configuration, or null if it has none. */
    public static ZMetadata read(ZConfig config) {
        ZConfig section = config.getChild(SECTION);
        if (section == null) {
            return null;
        }
        var read = new ZMetadata();
        section.getValues().forEach(read::set);
        return read;
    }

    /** The properties in a text that has them as handshakes do, up to the first that is malformed; null for none. */
    public static ZMetadata read(String properties) {
        if (properties == null || properties.isEmpty()) {
            return null;
        }
        var metadata = new Metadata();
        metadata.read(ByteBuffer.wrap(properties.getBytes(UTF_8)), 0, null);
        return new ZMetadata(metadata);
    }

    /** The value, or null. */
    public String get(String name) {
        return metadata.get(name);
    }

    public void set(String name, String value) {
        metadata.put(name, value);
    }

    /** Adds others. */
    public void set(Metadata other) {
        metadata.set(other);
    }

    public void remove(String name) {
        metadata.remove(name);
    }

    public void clear() {
        metadata.clear();
    }

    public int size() {
        return metadata.size();
    }

    public boolean isEmpty() {
        return metadata.isEmpty();
    }

    public boolean containsKey(String name) {
        return metadata.containsKey(name);
    }

    /** A view. */
    public Set<String> keySet() {
        return metadata.keySet();
    }

    /** A view. */
    public Collection<String> values() {
        return metadata.values();
    }

    /** A view. */
    public Set<Entry<String, String>> entrySet() {
        return metadata.entrySet();
    }

    /** The properties as handshakes carry them. */
    public byte[] bytes() {
        return metadata.bytes();
    }

    /** Writes {@link #bytes}. */
    public void write(OutputStream target) throws IOException {
        metadata.write(target);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ZMetadata that && metadata.equals(that.metadata);
    }

    @Override
    public int hashCode() {
        return metadata.hashCode();
    }

    @Override
    public String toString() {
        return metadata.toString();
    }
}
