package com.rechain.dao.perf.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultInserterTest {

    /** Stands for the class of a service. */
    static final class Handler {
        int get(int id) {
            return id > 0 ? id : -id;
        }

        int other() {
            return 1;
        }
    }

    @Test
    void theMethodsThatAreMeantCallTheFaultFirst() throws IOException {
        byte[] inserted =
                new FaultInserter(Fault.CPU_BURN, Path.of("unused"))
                        .insert(bytes(), Handler.class.getClassLoader());

        ClassModel model = ClassFile.of().parse(inserted);
        assertThat(calls(model, "get")).startsWith("burn");
        assertThat(calls(model, "other")).isEmpty();
        assertThat(ClassFile.of().verify(inserted)).isEmpty();
    }

    @Test
    void otherClassesAreLeftAlone() throws IOException {
        FaultInserter inserter = new FaultInserter(Fault.CPU_BURN, Path.of("unused"));

        assertThat(
                        inserter.transform(
                                null,
                                Handler.class.getClassLoader(),
                                "some/Other",
                                null,
                                null,
                                bytes()))
                .isNull();
    }

    @Test
    void aProcessWhoseDatabaseIsElsewhereIsNotHurt() {
        // This JVM has no database at all, which is elsewhere enough.
        Instrumentation instrumentation =
                (Instrumentation)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {Instrumentation.class},
                                (_, _, _) -> {
                                    throw new AssertionError("something was planted");
                                });

        assertThatThrownBy(() -> FaultAgent.premain("CPU_BURN,unused", instrumentation))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("for tests");
    }

    private static List<String> calls(ClassModel model, String method) {
        return model.methods().stream()
                .filter(candidate -> candidate.methodName().equalsString(method))
                .map(MethodModel::code)
                .flatMap(code -> code.orElseThrow().elementStream())
                .filter(InvokeInstruction.class::isInstance)
                .map(call -> ((InvokeInstruction) call).name().stringValue())
                .toList();
    }

    private static byte[] bytes() throws IOException {
        String path = "/" + Handler.class.getName().replace('.', '/') + ".class";
        try (InputStream content = Handler.class.getResourceAsStream(path)) {
            return content.readAllBytes();
        }
    }
}
