// expect: fault unsupported

