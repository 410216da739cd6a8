import { describeLaws, lawsOfRungs } from "./laws.ts";

describeLaws("webgpu", lawsOfRungs);
