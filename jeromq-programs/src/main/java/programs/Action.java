package programs;

/** Something that a program does and that may fail. */
@FunctionalInterface
public interface Action {
    void run() throws Exception;
}
