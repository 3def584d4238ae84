namespace Offline.Generator;

/// <summary>Writes the class that calls a function of a provider.</summary>
internal static class FunctionWriter
{
    public static string Write(ApiType type, string version) => $$"""
        public static class {{type.Name}}
        {
        {{string.Join("\n\n", type.Members.Select(method => WriteMethod(type, method, version)))}}
        }
        """;

    private static string WriteMethod(ApiType type, ApiMember method, string version)
    {
        var parameters = CSharp.Parameters(method.Parameters!);
        var result = method.Type.Substring(method.Type.IndexOf('<') + 1).TrimEnd('>');
        var args = $"global::{type.FullName}{(method.Name == "InvokeAsync" ? "Args" : "InvokeArgs")}";
        return $$"""
                public static {{method.Type}} {{method.Name}}({{parameters}}) =>
                    global::Pulumi.Deployment.Instance.{{method.Name}}<{{result}}>(
                        "{{Token(type)}}",
                        args ?? new {{args}}(),
                        new global::Pulumi.InvokeOptions { Version = options?.Version ?? "{{version}}" });
            """;
    }

    // Pulumi.Aws.Iam.GetRole is aws:iam/getRole:getRole; what stands in no module is in the module "index".
    private static string Token(ApiType type)
    {
        var segments = type.Namespace.Split('.');
        var module = segments.ElementAtOrDefault(2) ?? "index";
        var name = CSharp.CamelCase(type.Name);
        return $"{segments[1].ToLowerInvariant()}:{module.ToLowerInvariant()}/{name}:{name}";
    }
}
