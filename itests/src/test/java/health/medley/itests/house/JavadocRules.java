package health.medley.itests.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Every public type has javadoc, and every method of a contract. */
final class JavadocRules {
    private JavadocRules() {}

    /** A sentence for each public type, or method of a contract, without javadoc. */
    static List<String> violations(Map<String, String> textByFile) {
        List<JavaFileObject> files = new ArrayList<>();
        textByFile.forEach((name, text) -> files.add(source(name, text)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, files);
        List<String> problems = new ArrayList<>();
        DocTrees docs = DocTrees.instance(task);
        try {
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(docs, problems).scan(unit, null);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Parsing sources", e);
        }
        return problems;
    }

    private static JavaFileObject source(String name, String text) {
        URI uri = URI.create("string:///" + name);
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {
        private final DocTrees docs;
        private final List<String> problems;
        private boolean contract;

        Scanner(DocTrees docs, List<String> problems) {
            this.docs = docs;
            this.problems = problems;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            contract = isContract(type.getModifiers());
            if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                check(getCurrentPath(), type.getSimpleName().toString());
            }
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (contract) {
                check(getCurrentPath(), method.getName().toString());
            }
            return null;
        }

        private static boolean isContract(ModifiersTree modifiers) {
            return modifiers.getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().equals("Contract"));
        }

        private void check(TreePath path, String name) {
            if (docs.getDocCommentTree(path) == null) {
                String file = path.getCompilationUnit().getSourceFile().getName();
                problems.add(file + " says nothing of " + name);
            }
        }
    }
}
