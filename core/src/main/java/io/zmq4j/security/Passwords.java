package io.zmq4j.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users and their passwords, as they are now. Its text has none of them. */
final class Passwords implements Rule {
    /** Compared with where there is no such user, so that this takes as long. */
    private static final byte[] NOBODYS = new byte[32];

    private final Map<String, byte[]> byUser = new HashMap<>();

    Passwords(Map<String, String> passwords) {
        passwords.forEach((user, password) -> byUser.put(user, password.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public @Nullable String userId(List<byte[]> credentials) {
        String user = new String(credentials.get(0), StandardCharsets.UTF_8);
        byte[] password = byUser.get(user);
        boolean isSame = MessageDigest.isEqual(credentials.get(1), password == null ? NOBODYS : password);
        return password != null && isSame ? user : null;
    }
}
