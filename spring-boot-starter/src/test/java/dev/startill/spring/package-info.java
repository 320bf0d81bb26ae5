/** Applications of Spring Boot, small ones, that sell or say why they cannot. */
@NullMarked
package dev.startill.spring;

import org.jspecify.annotations.NullMarked;
