package descentlab.benchmark;

import java.nio.file.Path;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.tooling.TeaVMToolException;
import org.teavm.vm.TeaVMOptimizationLevel;

/** Programs of benchmarks and tests, compiled as the page is: see the plugin's settings in pom.xml. */
public final class Programs {
    private Programs() {
    }

    /** @param main a class whose exports the program has, with an empty main method */
    public static void compile(Class<?> main, TeaVMTargetType type, Path directory, String file) throws TeaVMToolException {
        TeaVMTool tool = new TeaVMTool();
        tool.setTargetType(type);
        tool.setMainClass(main.getName());
        tool.setTargetDirectory(directory.toFile());
        tool.setTargetFileName(file);
        tool.setClassLoader(Programs.class.getClassLoader());
        tool.setObfuscated(true);
        tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        tool.setJsModuleType(JSModuleType.ES2015);
        tool.generate();
        tool.getProblemProvider().getSevereProblems().forEach(problem -> System.err.println(problem.getText()));
    }
}
