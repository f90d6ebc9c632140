package io.zmq4j.transport.ipc;

import io.zmq4j.options.OptionValues;
import io.zmq4j.transport.BoundChannel;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bound UNIX domain socket.
 *
 * @param fileKey the identity of the file that binding made, so that a successor's is not removed
 * @param directory a directory made for the file alone, or null
 */
record IpcListener(
        ServerSocketChannel channel,
        OptionValues options,
        Path path,
        @Nullable Object fileKey,
        @Nullable Path directory)
        implements BoundChannel {

    static IpcListener of(ServerSocketChannel channel, OptionValues options, Path path, @Nullable Path directory) {
        return new IpcListener(channel, options, path, keyOf(path), directory);
    }

    /** The socket in a directory made for it alone. */
    static Path pathIn(Path directory) {
        return directory.resolve("socket");
    }

    private static @Nullable Object keyOf(Path path) {
        try {
            var file = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            // The file system may give a successor the number of a file that was deleted.
            return List.of(String.valueOf(file.fileKey()), file.creationTime(), file.lastModifiedTime());
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public String endpoint() {
        return "ipc://" + path;
    }

    @Override
    public void configure(SocketChannel accepted) throws IOException {
        accepted.configureBlocking(false);
        IpcTransport.configure(accepted, options);
    }

    @Override
    public void close() throws IOException {
        try {
            if (fileKey != null && fileKey.equals(keyOf(path))) {
                Files.deleteIfExists(path);
            }
        } finally {
            // Whatever is wrong with the folder, nobody listens any more: a file that is left is replaced by the next
            // bind.
            channel.close();
        }
        if (directory != null) {
            Files.deleteIfExists(directory);
        }
    }
}
