namespace Offline.Generator;

/// <summary>Writes a resource's class.</summary>
internal static class ResourceWriter
{
    public static string Write(ApiType type, List<ApiType> types, string version)
    {
        var constructor = type.Members.Single(member => member.Name == "ctor");
        var args = types.Single(candidate => candidate.FullName == type.FullName + "Args");
        var state = types.SingleOrDefault(candidate => candidate.FullName == type.FullName + "State");

        // A provider's base adds the rest of the token.
        var token = type.Token!.StartsWith("pulumi:providers:", System.StringComparison.Ordinal)
            ? type.Token.Substring("pulumi:providers:".Length)
            : type.Token;
        var outputs = type.Properties.Select(property =>
            $"    [{property.Mark}] public {property.Type} {property.Name} {{ get; private set; }} = null;");
        return $$"""
            [global::Pulumi.ResourceType("{{type.Token}}", null)]
            public class {{type.Name}} : global::{{type.Base}}
            {
            #nullable disable annotations
            {{string.Join("\n", outputs)}}
            #nullable enable annotations

                public {{type.Name}}({{CSharp.Parameters(constructor.Parameters!)}})
                    : base("{{token}}", name, args ?? new global::{{args.FullName}}(), MakeOptions(options, null))
                {
                }
            {{(state is null ? "" : WriteGet(type, state, token))}}
                private static global::Pulumi.CustomResourceOptions MakeOptions(
                    global::Pulumi.CustomResourceOptions? options, global::Pulumi.Input<string>? id)
                {
                    var defaults = new global::Pulumi.CustomResourceOptions
                    {
                        Version = "{{version}}",
                        AdditionalSecretOutputs = { {{string.Join(", ", SecretOutputs(type, args, state).Select(name => $"\"{name}\""))}} },
                    };
                    var merged = global::Pulumi.CustomResourceOptions.Merge(defaults, options);
                    merged.Id = id ?? merged.Id;
                    return merged;
                }
            }
            """;
    }

    // What a schema marks as secret is a secret input of the state as well, or of the arguments where there is no state, and that is
    // what a listing shows.
    private static IEnumerable<string> SecretOutputs(ApiType type, ApiType args, ApiType? state) =>
        from secret in (state ?? args).Properties
        where secret.Mark is null && ArgsWriter.IsSecret(secret)
        from output in type.Properties
        where output.Name == secret.Name
        select output.WireName;

    private static string WriteGet(ApiType type, ApiType state, string token)
    {
        var parameters = CSharp.Parameters(type.Members.Single(member => member.Name == "Get").Parameters!);
        return $$"""

                    private {{type.Name}}(
                        string name, global::Pulumi.Input<string> id, global::{{state.FullName}}? state,
                        global::Pulumi.CustomResourceOptions? options)
                        : base("{{token}}", name, state, MakeOptions(options, id))
                    {
                    }

                    public static global::{{type.FullName}} Get({{parameters}}) =>
                        new(name, id, state, options);

                """;
    }
}
