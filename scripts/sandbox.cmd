@echo off
rem Runs the sandbox from a source tree on Windows, and builds its jar first where that is missing.
rem
rem   scripts\sandbox --help
rem   set "JAVA_OPTS=-Xmx4g" & scripts\sandbox --fixtures .\large
setlocal
set "root=%~dp0.."
set "jar=%root%\target\etna-sandbox-0.1.0.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not defined JAVA_OPTS set "JAVA_OPTS=-XX:+UseSerialGC"

rem No blocks in parentheses: a path such as C:\Program Files (x86) would end them.
"%java%" -version >nul 2>&1
if errorlevel 1 goto no_java
if exist "%jar%" goto run
where mvn >nul 2>&1
if errorlevel 1 goto no_maven
echo sandbox: building "%jar%" 1>&2
call mvn -q -B -f "%root%\pom.xml" -Dmaven.test.skip package 1>&2
if errorlevel 1 exit /b 1

:run
"%java%" %JAVA_OPTS% -jar "%jar%" %*
exit /b %errorlevel%

:no_java
echo sandbox: there is no "%java%"; install Java 17 or newer, or set JAVA_HOME to one 1>&2
exit /b 1

:no_maven
echo sandbox: there is no mvn to build the sandbox with; install Maven 1>&2
exit /b 1
