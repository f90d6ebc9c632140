package io.zmq4j.stress;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** Which fields are volatile, wherever a class has them from. */
final class Fields {
    private record OfClass(String parent, Map<String, Integer> access) {}

    private final Map<String, OfClass> classes = new HashMap<>();
    private final Function<String, byte[]> bytes;

    /** {@code bytes} of a class by its internal name. */
    Fields(Function<String, byte[]> bytes) {
        this.bytes = bytes;
    }

    /** A field's flags; final for one of a class that is not ours. */
    int access(String owner, String field) {
        for (String at = owner; at.startsWith("io/zmq4j/"); at = of(at).parent) {
            Integer access = of(at).access.get(field);
            if (access != null) {
                return access;
            }
        }
        return Opcodes.ACC_FINAL;
    }

    private OfClass of(String owner) {
        OfClass known = classes.get(owner);
        if (known == null) {
            known = read(owner);
            classes.put(owner, known);
        }
        return known;
    }

    private OfClass read(String owner) {
        var reader = new ClassReader(bytes.apply(owner));
        var access = new HashMap<String, Integer>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public FieldVisitor visitField(int flags, String name, String type, String generic, Object value) {
                        access.put(name, flags);
                        return null;
                    }
                },
                ClassReader.SKIP_CODE);
        return new OfClass(reader.getSuperName(), access);
    }
}
