package dev.startill.spring.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/** Makes the contexts of {@link StartillTest}. Made by Spring. */
final class StartillTestBootstrapper extends TestSliceTestContextBootstrapper<StartillTest> {}
