package io.zmq4j.socket;

import io.zmq4j.transport.spi.DirectoryProvider;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The directories that other modules brought along. Looked up once, by the loader of this module's classes. */
final class Directories {
    private static final List<DirectoryProvider> ALL =
            ServiceLoader.load(DirectoryProvider.class, DirectoryProvider.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private Directories() {}

    /** The provider of this scheme, or null. */
    static @Nullable DirectoryProvider of(String scheme) {
        return ALL.stream()
                .filter(provider -> provider.schemes().contains(scheme))
                .findFirst()
                .orElse(null);
    }

    /** Every scheme that is there, in order. */
    static List<String> schemes() {
        return ALL.stream()
                .flatMap(provider -> provider.schemes().stream())
                .sorted()
                .toList();
    }
}
