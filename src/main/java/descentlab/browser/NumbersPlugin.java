package descentlab.browser;

import org.teavm.model.ClassHierarchy;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;
import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/** Works while TeaVM compiles, not in the page: gives the class library's conversions of doubles the bodies of {@link NumberText}. */
public final class NumbersPlugin implements TeaVMPlugin, ClassHolderTransformer {
    private static final MethodDescriptor PARSE = new MethodDescriptor("parseDouble", String.class, double.class);
    private static final String BUILDER = "java.lang.AbstractStringBuilder";

    @Override
    public void install(TeaVMHost host) {
        host.add(this);
    }

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        ClassHierarchy hierarchy = context.getHierarchy();
        if (type.getName().equals("java.lang.Double")) {
            MethodHolder method = type.getMethod(PARSE);
            ProgramEmitter body = ProgramEmitter.create(method, hierarchy);
            body.invoke(NumberText.class, "parse", double.class, body.var(1, String.class)).returnValue();
        } else if (type.getName().equals(BUILDER)) {
            for (MethodHolder method : type.getMethods()) {
                boolean insertsDouble = method.getName().equals("insert") && method.getDescriptor().toString().startsWith("insert(ID)");
                if (insertsDouble) {
                    insertText(method, hierarchy);
                }
            }
        }
    }

    private static void insertText(MethodHolder method, ClassHierarchy hierarchy) {
        ProgramEmitter body = ProgramEmitter.create(method, hierarchy);
        ValueEmitter builder = body.var(0, ValueType.object(BUILDER));
        ValueEmitter text = body.invoke(NumberText.class, "of", String.class, body.var(2, double.class));
        builder.invokeVirtual("insert", method.getResultType(), body.var(1, int.class), text).returnValue();
    }
}
