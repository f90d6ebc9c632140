package io.zmq4j.transport.ipc;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The file that an endpoint names. The name is in UTF-8 in every locale, as other ZeroMQ libraries make it; the JDK would
 * take the locale's encoding. A lone surrogate from U+DC80 to U+DCFF stands for the byte 80 to FF that is not UTF-8.
 */
final class IpcPath {
    private static final String ROOT = "file:///";

    private IpcPath() {}

    /**
     * The path of this text.
     *
     * @throws InvalidPathException if it has half a surrogate pair; or if the JDK, which reads a bound socket's name back, cannot do so in this locale
     */
    static Path of(String text) {
        if (isAscii(text) || File.separatorChar != '/') {
            return Path.of(text);
        }
        var path = inUtf8(text);
        var unused = Path.of(path.toString());
        return path;
    }

    /** Of all the ways to a path, a URI alone takes bytes. */
    static Path inUtf8(String text) {
        boolean absolute = text.startsWith("/");
        var path = Path.of(URI.create(ROOT + escaped(text)));
        return absolute ? path : path.subpath(0, path.getNameCount());
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        for (byte b : bytes(text)) {
            escaped.append(String.format("%%%02X", b));
        }
        // ROOT has the first slash; with more of them it would be another kind of URI.
        return escaped.toString().replace("%2F", "/").replaceFirst("^/+", "");
    }

    private static byte[] bytes(String text) {
        var bytes = new ByteArrayOutputStream();
        text.codePoints().forEach(c -> {
            if (c >= 0xDC80 && c <= 0xDCFF) {
                bytes.write(c);
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                throw new InvalidPathException(text, "half of a surrogate pair has no bytes");
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }
}
