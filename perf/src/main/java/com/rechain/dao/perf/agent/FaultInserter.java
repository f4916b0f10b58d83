package com.rechain.dao.perf.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Has the methods of one class call {@link Faults} before anything else. */
final class FaultInserter implements ClassFileTransformer {
    private static final ClassDesc FAULTS =
            ClassDesc.of(FaultInserter.class.getPackageName(), "Faults");
    private static final MethodTypeDesc TAKES_ANYTHING =
            MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object);

    private final Fault fault;
    private final Path marker;

    /**
     * @param marker the file to make when it is done
     */
    FaultInserter(Fault fault, Path marker) {
        this.fault = fault;
        this.marker = marker;
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable Module module,
            @Nullable ClassLoader loader,
            String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (!fault.type().equals(name) || loader == null) {
            return null;
        }
        byte[] inserted = insert(bytes, loader);
        try {
            Files.writeString(marker, fault.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return inserted;
    }

    byte[] insert(byte[] bytes, ClassLoader loader) {
        ClassHierarchyResolver known =
                ClassHierarchyResolver.ofResourceParsing(loader)
                        .orElse(ClassHierarchyResolver.defaultResolver());
        ClassFile format = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(known));
        ClassTransform inMethods =
                ClassTransform.transformingMethodBodies(this::isMeant, new AtEntry(fault));
        return format.transformClass(format.parse(bytes), inMethods);
    }

    private boolean isMeant(MethodModel method) {
        return method.methodName().equalsString(fault.method());
    }

    /**
     * The call, with the first local variable: the object itself, or a static method's argument.
     */
    private record AtEntry(Fault fault) implements CodeTransform {
        @Override
        public void atStart(CodeBuilder code) {
            code.aload(0).invokestatic(FAULTS, fault.hook(), TAKES_ANYTHING);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            code.with(element);
        }
    }
}
