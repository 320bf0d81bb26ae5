/**
 * A shop on Spring Boot, whose goods are entities. Begin with {@link com.example.shop.PointsShop};
 * what it sells stands in {@code application.yaml}.
 */
@NullMarked
package com.example.shop;

import org.jspecify.annotations.NullMarked;
