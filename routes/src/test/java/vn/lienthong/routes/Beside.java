package vn.lienthong.routes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/**
 * Tests of processes of their own, which they mostly wait for: in a build that asks for it ({@code -Dlienthong.beside=true}, as {@code -Pci}
 * does) the class runs beside the others. Its own tests run one after the other all the same. Only for classes that share nothing with
 * others: no port, no folder, no setting of this JVM.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(providers = Beside.OfTheClass.class)
public @interface Beside {

    /** A lock that nobody else wants: what holds one has its tests in one thread. */
    final class OfTheClass implements ResourceLocksProvider {
        @Override
        public Set<Lock> provideForClass(Class<?> testClass) {
            return Set.of(new Lock(testClass.getName()));
        }
    }
}
