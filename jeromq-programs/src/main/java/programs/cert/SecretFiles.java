package programs.cert;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.zeromq.ZCert;
import programs.Expect;

/** A file with a secret key is the owner's alone. */
public final class SecretFiles {
    private SecretFiles() {}

    public static void main(String[] args) throws Exception {
        Path file = Files.createTempFile("secret-files", ".key");
        try {
            if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return;
            }
            Files.setPosixFilePermissions(
                    file,
                    Set.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OTHERS_READ));
            new ZCert().saveSecret(file.toString());
            Expect.equal(
                    Expect.onJeroMq(), Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ));
        } finally {
            Files.delete(file);
        }
    }
}
