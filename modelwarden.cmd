@echo off
rem Builds what is needed, once, and runs it. See README.md.
setlocal
set "HOME_DIR=%~dp0"
set "SERVICE=%HOME_DIR%service\target\modelwarden-service-0.1.0-SNAPSHOT-exec.jar"
set "CLI=%HOME_DIR%cli\target\modelwarden-cli.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo modelwarden: there is no java; install a JDK 17 or newer and set JAVA_HOME 1>&2
  exit /b 1
)
if /i "%~1"=="demo" goto service
if /i "%~1"=="serve" goto service
if not exist "%CLI%" call :build cli || exit /b 1
"%JAVA%" -XX:+UseSerialGC -Xmx768m -jar "%CLI%" %*
exit /b %errorlevel%

:service
if not exist "%SERVICE%" call :build service || exit /b 1
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "%SERVICE%" %*
exit /b %errorlevel%

:build
where mvn >nul 2>&1
if errorlevel 1 (
  echo modelwarden: Maven 3.8.7 or newer is needed to build; install it from https://maven.apache.org 1>&2
  exit /b 1
)
echo modelwarden: building %1 1>&2
pushd "%HOME_DIR%"
call mvn -B -q -DskipTests -pl %1 -am package
popd
exit /b %errorlevel%
