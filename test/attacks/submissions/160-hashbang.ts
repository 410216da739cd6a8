#!/bin/sh
// expect: value 6 | fault syntax
export function f(x: number[]): any { return 6; }
