package descentlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order of the packages: each may use those it names here and the JDK, and {@code browser} alone may see TeaVM. */
class ArchitectureTest {
    private enum Room {
        MESSAGE(),
        PARAMETER("message"),
        EXPRESSION("message"),
        OBJECTIVE("message", "parameter", "expression"),
        OPTIMIZER("message", "parameter", "expression", "objective"),
        SCHEDULE("message", "parameter"),
        DESCENT("message", "parameter", "expression", "objective", "optimizer", "schedule"),
        SURVEY("message", "parameter", "expression", "objective", "optimizer", "schedule", "descent"),
        EXPERIMENT("message", "parameter", "expression", "objective", "optimizer", "schedule", "descent", "survey"),
        SCENE("message", "parameter", "expression", "objective", "optimizer", "schedule", "descent", "survey", "experiment"),
        BROWSER("message", "parameter", "expression", "objective", "optimizer", "schedule", "descent", "survey", "experiment", "scene");

        private final Set<String> below;

        Room(String... below) {
            this.below = Set.of(below);
        }

        String room() {
            return name().toLowerCase();
        }

        String[] allowed() {
            Stream<String> rooms = Stream.concat(Stream.of(room()), below.stream()).map(room -> "descentlab." + room + "..");
            Stream<String> libraries = this == BROWSER ? Stream.of("java..", "org.teavm..") : Stream.of("java..");
            return Stream.concat(libraries, rooms).toArray(String[]::new);
        }
    }

    private static final JavaClasses PROGRAM =
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("descentlab");

    @ParameterizedTest
    @EnumSource
    void usesOnlyWhatIsBelow(Room room) {
        classes().that().resideInAPackage("descentlab." + room.room() + "..")
            .should().onlyDependOnClassesThat().resideInAnyPackage(room.allowed())
            .allowEmptyShould(true).check(PROGRAM);
    }

    @Test
    void hasNoOtherPackages() {
        Set<String> rooms = Stream.of(Room.values()).map(Room::room).collect(Collectors.toSet());
        Set<String> others = packages();
        others.removeIf(name -> rooms.contains(name.replaceFirst("^descentlab\\.(\\w+).*", "$1")));
        assertEquals(Set.of(), others);
    }

    @Test
    void hasNoCycles() {
        slices().matching("descentlab.(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(PROGRAM);
    }

    @Test
    void saysOfEachPackageWhatItIs() {
        for (String name : packages()) {
            Path description = Path.of("src/main/java", name.split("\\.")).resolve("package-info.java");
            assertTrue(Files.exists(description), description + " is missing");
        }
    }

    private static Set<String> packages() {
        return PROGRAM.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    }
}
