package programs;

/** Something that is true sooner or later. */
@FunctionalInterface
public interface Condition {
    boolean holds() throws Exception;
}
